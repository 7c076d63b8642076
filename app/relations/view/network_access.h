#pragma once

namespace entente::relations {

/// Makes networks readable aloud: a list of actors and ties in words. Calling it again does nothing more.
void installNetworkAccess();

} // namespace entente::relations
