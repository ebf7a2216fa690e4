/** What agencies have to work with, added up from commune to province. */
@NullMarked
package org.lienthong.reporting.readiness;

import org.jspecify.annotations.NullMarked;
