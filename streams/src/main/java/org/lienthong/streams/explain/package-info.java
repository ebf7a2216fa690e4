/** Why a dossier's record is as it is: its fold, told event by event. No Kafka, no clock. */
@NullMarked
package org.lienthong.streams.explain;

import org.jspecify.annotations.NullMarked;
