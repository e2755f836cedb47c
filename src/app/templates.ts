// The access templates of the settings, watched where they are in files.
import type { Config } from '../config/config.js';
import { readGdapRoles } from '../config/gdap-roles.js';
import { WatchedTemplates } from '../config/watched-templates.js';
import { fixedTemplates, type Templates } from '../operations/ports/templates.js';
import type { BackgroundWorkers } from '../runtime/background-worker.js';
import type { Clock } from '../runtime/clock.js';
import type { Log } from '../runtime/log.js';
import type { Cloud } from './cloud.js';

/** What watching the templates takes. */
export interface TemplatesDeps {
  readonly cloud: Cloud;
  readonly workers: BackgroundWorkers;
  readonly clock: Clock;
  readonly log: Log;
}

/** The templates; those of a file or folder are read again from now on. */
export function templatesOf(
  { accessTemplate: path, gdapRoles }: Config,
  { cloud, workers, clock, log }: TemplatesDeps,
): Templates {
  if (path === undefined) return fixedTemplates(cloud.templates);
  const roles = gdapRoles ?? readGdapRoles();
  const watched = new WatchedTemplates({ path, roles, first: cloud.templates, workers, clock, log });
  watched.start();
  return watched;
}
