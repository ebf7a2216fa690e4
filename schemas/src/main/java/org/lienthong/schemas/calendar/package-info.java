/** How time limits are counted: every agency must count them alike. */
@NullMarked
package org.lienthong.schemas.calendar;

import org.jspecify.annotations.NullMarked;
