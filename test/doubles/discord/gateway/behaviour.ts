/** How the gateway behaves from now on; all as it should unless a test changes it. */
export interface Behaviour {
  /** Whether heartbeats are acknowledged. */
  answersHeartbeats: boolean;
  /** What a RESUME is answered with: the missed events, op 9, or nothing ever. */
  onResume: 'replay' | 'invalid session' | 'nothing';
  /** Whether an IDENTIFY is answered at all. */
  answersIdentify: boolean;
  /** What becomes of new connections: taken, turned away with 503, or reset. */
  onConnect: 'accept' | 'unavailable' | 'reset';
  /** A close code for whoever identifies, as 4004 or 4014; none where undefined. */
  closesOnIdentify: number | undefined;
}

export const asItShould = (): Behaviour => ({
  answersHeartbeats: true,
  onResume: 'replay',
  answersIdentify: true,
  onConnect: 'accept',
  closesOnIdentify: undefined,
});
