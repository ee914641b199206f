/** Input that people send to break things; the bench measures the same list. */
export { HOSTILE } from '../../bench/hostile.mjs';
