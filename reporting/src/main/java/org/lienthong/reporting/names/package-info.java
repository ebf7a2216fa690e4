/** Codes and the names that the reference data has for them. */
@NullMarked
package org.lienthong.reporting.names;

import org.jspecify.annotations.NullMarked;
