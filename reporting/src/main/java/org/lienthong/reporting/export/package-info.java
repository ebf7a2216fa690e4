/** Whole reports as files: CSV, XLSX and Parquet. */
@NullMarked
package org.lienthong.reporting.export;

import org.jspecify.annotations.NullMarked;
