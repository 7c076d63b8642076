#include "db/store/allow_list.h"
#include "db/store/digest.h"
#include "db/store/image.h"
#include "db/store/loader.h"
#include "db/store/migrations.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <atomic>
#include <future>

namespace entente::store {

namespace {

struct OpenText {
    Q_DECLARE_TR_FUNCTIONS(entente::store::Open)
};

/// One reading of one file, step by step; the first thing that is wrong ends it.
class Opening {
public:
    Opening(const QString& path, const QStringList& scripts, const Progress& progress, const Preview& preview)
        : m_path(path), m_scripts(scripts), m_progress(progress), m_preview(preview) {}

    model::Result<Opened> run() {
        if (!proceed(0, OpenText::tr("Reading the file")))
            return cancelled();
        auto image = readImage(m_path);
        if (!image)
            return tl::unexpected<model::Finding>(image.error());
        const auto identity = identify(m_path);
        if (!identity)
            return tl::unexpected<model::Finding>(identity.error());
        m_opened.path = QFileInfo(m_path).absoluteFilePath();
        m_opened.identity = *identity;
        m_opened.image = std::make_shared<const Image>(std::move(*image));
        try {
            return readDossier();
        } catch (const SQLite::Exception& exception) {
            return m_cancelled ? cancelled() : damaged(QString::fromUtf8(exception.what()));
        } catch (const std::bad_alloc&) {
            return fileFailure(m_path, OpenText::tr("There is not enough memory for this file."));
        }
    }

private:
    bool proceed(double share, const QString& what) {
        m_share = share;
        m_what = what;
        m_sinceAsked.start();
        m_cancelled = m_cancelled || (m_progress && !m_progress(share, what));
        return !m_cancelled;
    }

    /// Within a statement that takes long.
    bool keepOn() {
        constexpr qint64 patience = 100; // milliseconds
        return m_sinceAsked.elapsed() < patience ? !m_cancelled : proceed(m_share, m_what);
    }

    tl::unexpected<model::Finding> cancelled() const {
        return fileFailure(m_path, OpenText::tr("Opening was cancelled."));
    }

    tl::unexpected<model::Finding> damaged(const QString& systemWords) const {
        return fileFailure(m_path, OpenText::tr("This file is damaged."),
                           OpenText::tr("Fetch it again from where it came, or use a copy."), systemWords);
    }

    std::unique_ptr<Connection> connect() const {
        return m_opened.image->bytes.isEmpty()
                   ? std::make_unique<Connection>(m_path)
                   : std::make_unique<Connection>(m_opened.image->bytes, Connection::Access::Read);
    }

    model::Result<Opened> readDossier() {
        const std::unique_ptr<Connection> connection = connect();
        connection->setProgress([this] { return keepOn(); });
        m_opened.schema = static_cast<int>(connection->number("PRAGMA user_version"));
        const int newest = static_cast<int>(m_scripts.size());
        if (m_opened.schema < 1)
            return fileFailure(m_path, OpenText::tr("This dossier has no schema version."),
                               OpenText::tr("The file is damaged or no dossier."));
        const bool isNewer = m_opened.schema > newest;
        const QStringList known = m_scripts.mid(0, std::min(m_opened.schema, newest));
        if (const auto allowed = AllowList(known).check(*connection, m_path, isNewer); !allowed)
            return refuse(allowed.error(), isNewer);
        if (!proceed(0.05, OpenText::tr("Reading the file")))
            return cancelled();
        return isLarge() ? readThenCheck(*connection, known) : readWhileChecking(*connection, known);
    }

    /// Whether the time of reading is felt, so that one wants to look before all is checked.
    bool isLarge() const {
        constexpr qint64 atOnce = 4 << 20; // bytes
        return m_preview && m_opened.identity.size > atOnce;
    }

    /// Reading the rows and checking the file take about as long, so they share the time.
    model::Result<Opened> readWhileChecking(Connection& connection, const QStringList& known) {
        std::future<Checks> checks = std::async(std::launch::async, [this, known] { return check(known); });
        model::Result<Opened> opened = cancelled();
        std::exception_ptr failure;
        try {
            opened = read(connection);
        } catch (...) {
            failure = std::current_exception();
        }
        return conclude(std::move(opened), failure, checks.get());
    }

    /// The picture comes first; what was shown of a file that turns out to be damaged is taken back.
    model::Result<Opened> readThenCheck(Connection& connection, const QStringList& known) {
        model::Result<Opened> opened = read(connection);
        if (!opened || !proceed(0.8, OpenText::tr("Checking the file")))
            return opened ? cancelled() : opened;
        return conclude(std::move(opened), {}, check(known));
    }

    model::Result<Opened> read(Connection& connection) {
        const int newest = static_cast<int>(m_scripts.size());
        if (m_opened.schema >= newest)
            return readRows(connection, m_opened.schema > newest);
        return readRows(*migrated(connection), false);
    }

    struct Checks {
        QString verdict;
        bool digestMatches = true;
    };

    /// On a connection of its own, in a thread of its own.
    Checks check(const QStringList& known) {
        const std::unique_ptr<Connection> connection = connect();
        connection->setProgress([this] { return isLarge() ? keepOn() : !m_cancelled; });
        Checks checks;
        checks.verdict = QString::fromUtf8(connection->database().execAndGet("PRAGMA quick_check(1)").getText());
        if (checks.verdict != QLatin1String("ok"))
            return checks;
        const QString sealed =
            QString::fromUtf8(connection->database().execAndGet("SELECT max(digest) FROM dossier").getText());
        checks.digestMatches = sealed.isEmpty() || sealed == contentDigest(*connection, known);
        return checks;
    }

    /// A damaged file is told as such, whatever reading it came to.
    model::Result<Opened> conclude(model::Result<Opened> opened, const std::exception_ptr& failure,
                                   const Checks& checks) {
        if (m_cancelled)
            return cancelled();
        if (checks.verdict != QLatin1String("ok"))
            return damaged(checks.verdict);
        if (failure)
            std::rethrow_exception(failure);
        if (opened && !checks.digestMatches) {
            opened->digestMatches = false;
            if (opened->notice.isEmpty())
                opened->notice = differsFromSaved();
        }
        return opened;
    }

    model::Result<Opened> refuse(model::Finding finding, bool isNewer) const {
        if (isNewer) {
            finding.problem =
                OpenText::tr("This dossier was made by a newer program (version %1; this one knows %2) and cannot be "
                             "understood. %3")
                    .arg(QString::number(m_opened.schema), QString::number(m_scripts.size()), finding.problem);
            finding.remedy = OpenText::tr("Update Entente.");
        }
        return tl::unexpected<model::Finding>(finding);
    }

    static QString differsFromSaved() {
        return OpenText::tr("The content of this file differs from what was saved: it may be damaged or was changed by "
                            "another program. It can only be saved under another name.");
    }

    std::unique_ptr<Connection> migrated(Connection& old) const {
        auto connection = std::make_unique<Connection>(old.serialize(), Connection::Access::Write);
        migrate(*connection, m_opened.schema, m_scripts);
        return connection;
    }

    model::Result<Opened> readRows(Connection& connection, bool isNewer) {
        Loader loader(connection);
        if (m_opened.schema == m_scripts.size())
            loader.setConnect([this] { return worker(); });
        if (isLarge())
            loader.setGlimpse([this](model::Tables tables, model::EventOrder order) {
                preview(std::move(tables), std::move(order));
            });
        const double most = isLarge() ? 0.8 : 1;
        model::Tables tables =
            loader.load([this, most](double share, const QString& what) { return proceed(most * share, what); });
        if (loader.wasCancelled())
            return cancelled();
        m_opened.readOnly = isNewer;
        if (isNewer)
            m_opened.notice =
                OpenText::tr("This dossier was made by a newer program (version %1; this one knows %2). It "
                             "is shown as far as it is "
                             "understood and cannot be changed.")
                    .arg(m_opened.schema)
                    .arg(m_scripts.size());
        model::Findings findings = loader.findings();
        for (model::Finding& finding : findings)
            finding.file = QFileInfo(m_path).fileName();
        m_opened.dossier = std::make_shared<const model::Dossier>(std::move(tables), std::move(findings),
                                                                  loader.wasOutlined() ? m_previewed.get() : nullptr);
        return m_opened;
    }

    /// A connection for a thread that reads a part.
    std::unique_ptr<Connection> worker() const {
        std::unique_ptr<Connection> connection = connect();
        connection->setProgress([this] { return !m_cancelled; });
        return connection;
    }

    void preview(model::Tables tables, model::EventOrder order) {
        m_previewed = std::make_shared<const model::Dossier>(std::move(tables), std::move(order));
        m_preview(m_previewed);
    }

    QString m_path;
    const QStringList& m_scripts;
    const Progress& m_progress;
    const Preview& m_preview;
    std::atomic_bool m_cancelled = false;
    double m_share = 0; ///< that was told last, as `m_what`
    QString m_what;
    QElapsedTimer m_sinceAsked;
    model::DossierPointer m_previewed;
    Opened m_opened;
};

} // namespace

model::Result<Opened> openWith(const QString& path, const QStringList& scripts, const Progress& progress,
                               const Preview& preview) {
    return Opening(path, scripts, progress, preview).run();
}

model::Result<Opened> open(const QString& path, const Progress& progress, const Preview& preview) {
    return openWith(path, migrationScripts(), progress, preview);
}

} // namespace entente::store
