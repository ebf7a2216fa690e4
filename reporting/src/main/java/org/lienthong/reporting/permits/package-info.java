/** Permits: how they stand on a day, and those whose dossier is not known yet. */
@NullMarked
package org.lienthong.reporting.permits;

import org.jspecify.annotations.NullMarked;
