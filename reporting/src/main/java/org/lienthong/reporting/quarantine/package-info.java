/** The quarantine as a list of work: what was set aside, why, and what became of sending it again. */
@NullMarked
package org.lienthong.reporting.quarantine;

import org.jspecify.annotations.NullMarked;
