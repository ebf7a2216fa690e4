/** Administrative procedures as readers see them. */
@NullMarked
package org.lienthong.reporting.procedures;

import org.jspecify.annotations.NullMarked;
