/** How fast the answers are: a province-year in the database, and people who ask. */
@NullMarked
package org.lienthong.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
