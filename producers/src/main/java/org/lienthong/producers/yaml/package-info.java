/** YAML files that people write, read strictly: what is not understood is refused, with its place. */
@NullMarked
package org.lienthong.producers.yaml;

import org.jspecify.annotations.NullMarked;
