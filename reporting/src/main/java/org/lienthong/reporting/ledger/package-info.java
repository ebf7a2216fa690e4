/** Whether everything that was read has an outcome. */
@NullMarked
package org.lienthong.reporting.ledger;

import org.jspecify.annotations.NullMarked;
