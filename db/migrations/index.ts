import type { Knex } from 'knex';
import * as accountsAndPlaces from './001-accounts-and-places.ts';
import * as ledger from './002-ledger.ts';
import * as people from './003-people.ts';
import * as rules from './004-rules.ts';
import * as applications from './005-applications.ts';
import * as bookings from './006-bookings.ts';
import * as visits from './007-visits.ts';
import * as replaysAndInstallation from './008-replays-and-installation.ts';
import * as ruleVersions from './009-rule-versions.ts';
import * as suspensions from './010-suspensions.ts';
import * as rulePeriods from './011-rule-periods.ts';
import * as relationships from './012-relationships.ts';
import * as selfService from './013-self-service.ts';
import * as reviewConditions from './014-review-conditions.ts';
import * as custody from './015-custody.ts';
import * as calendar from './016-calendar.ts';
import * as quota from './017-quota.ts';
import * as notices from './018-notices.ts';
import * as waitingList from './019-waiting-list.ts';

/** Every migration by name, in the order in which they run. Names are kept in the database: never rename one. */
export const migrations: Record<string, Knex.Migration> = {
  '001-accounts-and-places': accountsAndPlaces,
  '002-ledger': ledger,
  '003-people': people,
  '004-rules': rules,
  '005-applications': applications,
  '006-bookings': bookings,
  '007-visits': visits,
  '008-replays-and-installation': replaysAndInstallation,
  '009-rule-versions': ruleVersions,
  '010-suspensions': suspensions,
  '011-rule-periods': rulePeriods,
  '012-relationships': relationships,
  '013-self-service': selfService,
  '014-review-conditions': reviewConditions,
  '015-custody': custody,
  '016-calendar': calendar,
  '017-quota': quota,
  '018-notices': notices,
  '019-waiting-list': waitingList,
};
