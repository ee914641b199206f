import type { Store } from '../core/ports.js';
import { answerQueries } from './queries/answers.js';
import { conversationQueries } from './queries/conversations.js';
import { curationQueries } from './queries/curation.js';
import { guildQueries } from './queries/guilds.js';
import { privacyQueries } from './queries/privacy.js';
import { settingsQueries } from './queries/settings.js';
import { tipDeliveryQueries, tipScheduleQueries } from './queries/tips.js';
import type { Db } from './schema.js';

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
