/** What `doctor` found out about one thing. */
export interface Finding {
  readonly about: string;
  /** `note`: it works, but not all that could. */
  readonly state: 'good' | 'note' | 'bad';
  readonly said: string;
  /** What to do. */
  readonly remedy?: string;
}
