/** Strict reading and exact writing of JSON: members that must be read to the last, ranges, numbers in their shortest form. */
@org.jspecify.annotations.NullMarked
package downhill.json.form;
