/** Agencies as readers see them. */
@NullMarked
package org.lienthong.reporting.agencies;

import org.jspecify.annotations.NullMarked;
