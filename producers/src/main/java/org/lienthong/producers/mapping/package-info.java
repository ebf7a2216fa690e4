/** How the rows of a foreign log become events: a YAML file, checked when it is read. */
@NullMarked
package org.lienthong.producers.mapping;

import org.jspecify.annotations.NullMarked;
