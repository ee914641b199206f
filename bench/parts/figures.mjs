/** Figures of measured times. */

/** The value below which a share of ascending values lies; undefined where there are none. */
export const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];

/** Milliseconds as a table shows them. */
export const ms = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
