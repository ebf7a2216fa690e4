/** Proves from the topics alone that every event has its one outcome, and every record its events. */
@NullMarked
package org.lienthong.reporting.audit;

import org.jspecify.annotations.NullMarked;
