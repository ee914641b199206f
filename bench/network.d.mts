/** A stretch of network that can be broken. */
export interface Network {
  readonly port: number;
  pass(): void;
  delay(tripMs: number): void;
  swallow(): void;
  refuse(): void;
  close(): void;
}
export function startNetwork(target: number): Promise<Network>;
