#pragma once

#include "db/model/dossier.h"

#include <QPointF>

namespace entente::model {

/// Pin an actor in the network, or release it (no place).
struct PlaceActor {
    QString actor;
    std::optional<QPointF> place; ///< fractions of the layout's frame

    bool operator==(const PlaceActor&) const = default;
};

/// Release all pins, or put back a list of them.
struct PlaceActors {
    QList<std::pair<QString, QPointF>> places;

    bool operator==(const PlaceActors&) const = default;
};

/// Make another date claim the one in use.
struct AcceptClaim {
    QString event;
    int position = 0;

    bool operator==(const AcceptClaim&) const = default;
};

/// Insert a scene into a story at scene.position; later ones move up. `story` is the story's key.
struct AddScene {
    QString story;
    Scene scene;

    bool operator==(const AddScene&) const = default;
};

/// Replace all fields of the scene with this key, but its story and position.
struct EditScene {
    Scene scene;

    bool operator==(const EditScene&) const = default;
};

struct MoveScene {
    QString scene;
    int position = 1;

    bool operator==(const MoveScene&) const = default;
};

struct DeleteScene {
    QString scene;

    bool operator==(const DeleteScene&) const = default;
};

/// Append a story with its scenes; their `story` is not looked at. The story comes last, whatever its position says.
struct AddStory {
    Story story;
    QList<Scene> scenes;

    bool operator==(const AddStory&) const = default;
};

/// Replace all fields of the story with this key, but its position.
struct EditStory {
    Story story;

    bool operator==(const EditStory&) const = default;
};

/// Delete a story with its scenes. The change that takes this back puts it last.
struct DeleteStory {
    QString story;

    bool operator==(const DeleteStory&) const = default;
};

/// One step of editing, as a value. Things are named by key, so that a list of changes can be replayed on the file.
using Change = std::variant<PlaceActor, PlaceActors, AcceptClaim, AddScene, EditScene, MoveScene, DeleteScene, AddStory,
                            EditStory, DeleteStory>;

struct Applied {
    DossierPointer dossier;
    Change inverse;
};

/// The next dossier and the change that takes it back. Pure; shares what it does not touch. Errors: a key that is not
/// there, a key that is taken, a position outside its list.
Result<Applied> apply(const Dossier& dossier, const Change& change);

/// Words for the undo menu ("Pin Iran").
QString describe(const Dossier& dossier, const Change& change);

} // namespace entente::model
