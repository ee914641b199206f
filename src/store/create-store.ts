import type { Store } from '../core/ports.js';
import { answerQueries } from './answers.js';
import { conversationQueries } from './conversations.js';
import { curationQueries } from './curation.js';
import { guildQueries } from './guilds.js';
import { privacyQueries } from './privacy.js';
import type { Db } from './schema.js';
import { settingsQueries } from './settings.js';
import { tipDeliveryQueries, tipScheduleQueries } from './tips.js';

/** Creates the store over a migrated database of either backend. */
export function createStore(db: Db): Store {
  return {
    ...settingsQueries(db),
    ...conversationQueries(db),
    ...answerQueries(db),
    ...curationQueries(db),
    ...privacyQueries(db),
    ...guildQueries(db),
    ...tipScheduleQueries(db),
    ...tipDeliveryQueries(db),
    close: () => db.destroy(),
  };
}
