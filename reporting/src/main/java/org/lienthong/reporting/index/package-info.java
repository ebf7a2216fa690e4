/**
 * The service index of Decision 766/QĐ-TTg: how well a unit or an agency serves people and businesses, of 100 points.
 */
@NullMarked
package org.lienthong.reporting.index;

import org.jspecify.annotations.NullMarked;
