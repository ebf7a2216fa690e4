/** The order in which dossiers change, for systems that follow a unit. */
@NullMarked
package org.lienthong.reporting.changes;

import org.jspecify.annotations.NullMarked;
