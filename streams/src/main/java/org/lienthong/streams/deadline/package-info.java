/** Due dates: who is overdue, and the alerts that say so. */
@NullMarked
package org.lienthong.streams.deadline;

import org.jspecify.annotations.NullMarked;
