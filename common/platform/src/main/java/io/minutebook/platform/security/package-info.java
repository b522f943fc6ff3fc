/** Who may do what, and where: roles held per site, one access table a service, deny by default. */
@NullMarked
package io.minutebook.platform.security;

import org.jspecify.annotations.NullMarked;
