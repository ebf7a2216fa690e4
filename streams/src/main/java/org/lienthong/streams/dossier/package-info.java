/** The merge: every event to its one outcome, every dossier to its one record. */
@NullMarked
package org.lienthong.streams.dossier;

import org.jspecify.annotations.NullMarked;
