#pragma once

#include "app/pictures/sheet.h"

#include <QLabel>
#include <QProgressBar>
#include <QTimer>
#include <atomic>
#include <mutex>

namespace entente::shell {

/// The picture of a request as it will be. It is drawn by a worker: of several wishes the last one counts. What takes
/// longer than half a second shows how far it is.
class PicturePreview : public QWidget {
    Q_OBJECT

public:
    explicit PicturePreview(const wording::Wording& wording, QWidget* parent = nullptr);
    /// Ends the drawing without waiting for that.
    ~PicturePreview() override;

    void show(const model::DossierPointer& dossier, const pictures::Request& request);
    /// A sentence in place of a picture.
    void showProblem(const model::Finding& problem);
    bool isDrawing() const { return m_drawing != nullptr; }
    /// The picture, then what follows it in its file; none while it is drawn and where there is none.
    const QList<pictures::Sheet>& sheets() const { return m_sheets; }
    /// Of which they are; of a preview that shows something.
    const pictures::Request& request() const { return *m_request; }
    /// Which of them is shown, from 0 on.
    qsizetype page() const { return m_page; }
    void turnTo(qsizetype page);

signals:
    /// `words`: the alt text of the picture.
    void drawn(const QString& words);
    void refused();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    QSize sizeHint() const override { return {760, 520}; }
    QSize minimumSizeHint() const override { return {320, 160}; }

private:
    struct Drawing {
        model::DossierPointer dossier;
        pictures::Request request;
        QSize most;
        std::atomic_bool isEnded = false;
        std::atomic<double> share = 0;
        std::optional<model::Result<pictures::Preview>> result;
    };
    /// Who is told of a drawing, on any thread; nobody once the widget is gone.
    struct Receiver {
        std::mutex telling;
        PicturePreview* preview = nullptr;
    };
    void start();
    void end();
    void take(const std::shared_ptr<Drawing>& drawing);
    void describe();
    QSize room() const;

    wording::Wording m_wording;
    std::shared_ptr<Receiver> m_receiver = std::make_shared<Receiver>();
    std::shared_ptr<Drawing> m_drawing;
    model::DossierPointer m_dossier;
    std::optional<pictures::Request> m_request;
    QList<pictures::Sheet> m_sheets;
    qsizetype m_page = 0;
    QImage m_image;
    QString m_words; ///< of the picture
    QString m_problem;
    QProgressBar* m_progress;
    QTimer m_clock;
    QTimer m_resized;
};

} // namespace entente::shell
