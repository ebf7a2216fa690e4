/** What became of each event. */
@NullMarked
package org.lienthong.reporting.receipts;

import org.jspecify.annotations.NullMarked;
