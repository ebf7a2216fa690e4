/** Distributions that can be added up, and taken apart again. */
@NullMarked
package org.lienthong.schemas.sketch;

import org.jspecify.annotations.NullMarked;
