export const HOSTILE: Readonly<Record<string, string>>;
