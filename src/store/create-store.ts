import type { Store } from '../core/ports.js';
import { answerQueries } from './queries/answers.js';
import { conversationQueries } from './queries/conversations.js';
import { curationQueries } from './queries/curation.js';
import { guildQueries } from './queries/guilds.js';
import { privacyQueries } from './queries/privacy.js';
import { settingsQueries } from './queries/settings.js';
import { tipDeliveryQueries, tipScheduleQueries } from './queries/tips.js';
import type { Db } from './schema.js';

/**
 * Creates the store over a migrated database of either backend.
 * @param scrub takes what was erased out of where it would stay readable
 */
export function createStore(db: Db, scrub: () => Promise<void> = async () => {}): Store {
  return {
    ...settingsQueries(db),
    ...conversationQueries(db),
    ...answerQueries(db, scrub),
    ...curationQueries(db),
    ...privacyQueries(db, scrub),
    ...guildQueries(db, scrub),
    ...tipScheduleQueries(db),
    ...tipDeliveryQueries(db),
    close: () => db.destroy(),
  };
}
