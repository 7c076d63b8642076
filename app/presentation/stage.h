#pragma once

#include "app/presentation/audience_painter.h"

namespace entente::presentation {

/// Makes pictures of a show's slides, and keeps what is costly in them.
class Stage : public QObject {
    Q_OBJECT

public:
    Stage(Show& show, exploration::Exploration& exploration, wording::Wording wording);

    Show& show() const { return m_show; }
    const wording::Wording& wording() const { return m_wording; }

    /// Size of the audience's screen: that for which all pictures are laid out.
    QSizeF size() const { return m_size; }
    void setSize(QSizeF size);

    /// What the audience sees. While it is frozen, neither changes nor exploring alter it.
    AudienceScene shown();
    /// The picture of a slide; valid until the next call with another slide or a change.
    AudienceScene picture(const Slide& slide);
    /// Where the pointer was in the last 300 ms, oldest first.
    const QList<QPointF>& trail() const { return m_trail; }

public slots:
    /// A place pointed at, fractions of the picture.
    void pointAt(QPointF fraction);

signals:
    /// Something that is drawn may differ.
    void changed();

private:
    void followShow();
    exploration::View explored() const;
    void forget();
    void shortenTrail();

    struct Made {
        Slide slide;
        AudienceScene scene;
    };

    Show& m_show;
    exploration::Exploration& m_exploration;
    wording::Wording m_wording;
    QSizeF m_size{1920, 1080};
    model::DossierPointer m_dossier; ///< of what is kept
    model::StoryId m_story;
    KnownNetworks m_known;
    QList<Made> m_made; ///< the last few
    std::optional<exploration::View> m_frozenView;
    std::optional<AudienceScene> m_frozen; ///< made when it is asked for
    QList<QPointF> m_trail;
};

} // namespace entente::presentation
