import { ENROLMENT } from './enrolment.ts';
import { EXAMS } from './exams.ts';

/** The domains of this folder. */
export const SCHOOL_DOMAINS = { ENROLMENT, EXAMS };
