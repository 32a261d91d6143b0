/** The JSON forms of users' tables: the answer to an upload, and to a look at a table before it. */
@org.jspecify.annotations.NullMarked
package downhill.json.table;
