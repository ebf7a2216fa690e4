/** Lists of dossiers by what people ask for. */
@NullMarked
package org.lienthong.reporting.search;

import org.jspecify.annotations.NullMarked;
