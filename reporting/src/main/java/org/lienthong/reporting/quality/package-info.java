/** How good the data of each agency are. */
@NullMarked
package org.lienthong.reporting.quality;

import org.jspecify.annotations.NullMarked;
