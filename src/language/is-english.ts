/** Words of English grammar that no other language typed here has; every English question has one of them. */
const ENGLISH_WORD =
  /\b(?:the|of|is|are|was|were|did|does|do|what|which|who|whom|whose|when|where|why|how|and|in|for|about|tell|has|have|my|your|our|we|they|should|would|will|could|there|any|to|from|with|by|it|its|this|that|can (?:i|you|we|one)|thanks?|hello|please|summari[sz]e|summary)\b/i;
const HAN = /\p{Script=Han}/u;

/** Whether a text is in English: no Chinese character, and a word of English grammar. */
export function isEnglish(text: string): boolean {
  return !HAN.test(text) && ENGLISH_WORD.test(text);
}
