// What a checkup looks at of the place where everything is kept.
import type { DatabaseTrouble } from '../../domain/health/checkup.js';
import type { SeenDatabase } from '../../domain/health/checkup-database.js';
import type { DataFolder } from '../../domain/health/checkup-machine.js';

/** The data folder. */
export interface CheckedFolder {
  readonly dataFolder: () => Promise<DataFolder>;
}

/** The database in place of the folder, or why it can't be used. */
export interface CheckedDatabase {
  readonly database: () => Promise<SeenDatabase | DatabaseTrouble | 'settingsInTheWay'>;
}

/** Either of them. */
export type CheckedStorage = CheckedFolder | CheckedDatabase;
