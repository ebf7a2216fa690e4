/** What single steps on the way of an event cost, in time and in bytes allocated: benchmarks of JMH. */
@NullMarked
package org.lienthong.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
