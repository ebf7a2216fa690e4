/** Quarantined records on their way back to the topic that they came from. */
@NullMarked
package org.lienthong.producers.redrive;

import org.jspecify.annotations.NullMarked;
