/** Explains dossiers: receipts say where their events stand, the topics have them, the fold tells what they did. */
@NullMarked
package org.lienthong.app.explain;

import org.jspecify.annotations.NullMarked;
