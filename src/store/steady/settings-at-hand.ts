/** Servers' settings in memory, for every question needs them at once. */
import type { Clock, Store } from '../../core/ports.js';
import { DEFAULT_SETTINGS, type GuildSettings } from '../../core/settings.js';

export interface SettingsAtHand {
  of(guildId: string): GuildSettings;
  set(guildId: string, settings: GuildSettings): void;
  forget(guildIds: readonly string[]): void;
}

/** Another process may have changed them: after this long they are read again, while the ones at hand are used. */
const REFRESH_AFTER_MS = 30_000;

/**
 * Reads the settings of all servers; those that are not among them have set nothing.
 * @param refresh reads a server's settings anew; null where they can't be read now
 */
export async function loadSettings(
  store: Pick<Store, 'allSettings'>,
  refresh: (guildId: string) => Promise<GuildSettings | null>,
  monotonic: Clock,
): Promise<SettingsAtHand> {
  const known = new Map(await store.allSettings());
  const startedAt = monotonic();
  const readAt = new Map<string, number>();
  return {
    of(guildId) {
      if (monotonic() - (readAt.get(guildId) ?? startedAt) > REFRESH_AFTER_MS) {
        readAt.set(guildId, monotonic());
        void refresh(guildId).then((settings) => settings !== null && known.set(guildId, settings));
      }
      return known.get(guildId) ?? DEFAULT_SETTINGS;
    },
    set: (guildId, settings) => void known.set(guildId, settings),
    forget(guildIds) {
      for (const guildId of guildIds) known.delete(guildId);
    },
  };
}
