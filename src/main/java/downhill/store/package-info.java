/** The archive of runs and files in a database: SQLite in a folder of this machine, or PostgreSQL. */
@NullMarked
package downhill.store;

import org.jspecify.annotations.NullMarked;
