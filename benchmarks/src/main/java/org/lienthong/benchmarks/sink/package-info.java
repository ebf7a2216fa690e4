/** How fast the sink brings changed records into PostgreSQL. */
@NullMarked
package org.lienthong.benchmarks.sink;

import org.jspecify.annotations.NullMarked;
