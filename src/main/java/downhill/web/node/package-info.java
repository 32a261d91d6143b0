/** Several servers behind one address: each passes requests for another's runs on. */
@NullMarked
package downhill.web.node;

import org.jspecify.annotations.NullMarked;
