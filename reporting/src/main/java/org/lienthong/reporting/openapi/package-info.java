/**
 * What the API answers, described for programs: OpenAPI 3.1 made of the routes and of the types that they answer with.
 */
@NullMarked
package org.lienthong.reporting.openapi;

import org.jspecify.annotations.NullMarked;
