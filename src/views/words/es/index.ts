// Spanish: what the English catalogue has, for readers of Spanish.
import type { Catalogue } from '../en/index.js';
import { withKinds } from '../text-types.js';
import { adding } from './adding.js';
import { alarms } from './alarms.js';
import { approval } from './approval.js';
import { attention } from './attention.js';
import { batches } from './batches.js';
import { buttons } from './buttons.js';
import { card } from './card.js';
import { certificate } from './certificate.js';
import { certificates } from './certificates.js';
import { checkup } from './checkup.js';
import { commands } from './commands.js';
import { customerNotice } from './customer-notice.js';
import { doctor } from './doctor.js';
import { earlier } from './earlier.js';
import { expiring } from './expiring.js';
import { exporting } from './exporting.js';
import { files } from './files.js';
import { fleet } from './fleet.js';
import { givenRows } from './given-rows.js';
import { help } from './help.js';
import { history } from './history.js';
import { importing } from './importing.js';
import { keeping } from './keeping.js';
import { language } from './language.js';
import { leftovers } from './leftovers.js';
import { limitations } from './limitations.js';
import { manifest } from './manifest.js';
import { notices } from './notices.js';
import { offboarding } from './offboarding.js';
import { offboardingPlan } from './offboarding-plan.js';
import { problems } from './problems.js';
import { query } from './query.js';
import { questions } from './questions.js';
import { replies } from './replies.js';
import { savedViews } from './saved-views.js';
import { searchAnywhere } from './search-anywhere.js';
import { secondAdmin } from './second-admin.js';
import { settings } from './settings.js';
import { signInReasons } from './sign-in.js';
import { statusReport } from './status-report.js';
import { statuses } from './statuses.js';
import { subscriptions } from './subscriptions.js';
import { tags, templates } from './tags.js';
import { tenant } from './tenant.js';
import { tenantList } from './tenant-list.js';
import { waiting } from './waiting.js';
import { watchedRequests } from './watched-requests.js';

/** Everything that people read in Spanish. */
export const es = withKinds<Catalogue>({
  adding,
  alarms,
  approval,
  attention,
  batches,
  buttons,
  checkup,
  commands,
  customerNotice,
  doctor,
  help,
  history,
  earlier,
  importing,
  keeping,
  language,
  limitations,
  manifest,
  notices,
  problems,
  query,
  questions,
  replies,
  savedViews,
  secondAdmin,
  settings,
  signInReasons,
  statusReport,
  statuses,
  subscriptions,
  tags,
  templates,
  tenant,
  tenantList,
  card,
  certificate,
  certificates,
  expiring,
  exporting,
  searchAnywhere,
  files,
  givenRows,
  fleet,
  leftovers,
  offboarding,
  offboardingPlan,
  waiting,
  watchedRequests,
});
