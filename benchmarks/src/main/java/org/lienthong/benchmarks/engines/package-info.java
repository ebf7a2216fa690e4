/** One job, done by several engines on the same input: how fast, at what cost, and whether rightly. */
@NullMarked
package org.lienthong.benchmarks.engines;

import org.jspecify.annotations.NullMarked;
