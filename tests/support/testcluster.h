#pragma once

#include "model/store/cluster.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace polder::test {

/// A throwaway PostgreSQL for one test executable: make it once, in initTestCase. It is a copy of a cluster that was
/// made and migrated before and lies in the build folder, so it is there in about 0.1 s. Ends the test program with
/// a message if there can be none.
class TestCluster {
public:
    /// durability: a benchmark may want commits that last.
    explicit TestCluster(EmbeddedCluster::Durability durability = EmbeddedCluster::Durability::Throwaway);
    ~TestCluster();
    TestCluster(const TestCluster &) = delete;
    TestCluster &operator=(const TestCluster &) = delete;

    /// A new database with the schema and no rows of the estate; the superuser's conninfo.
    [[nodiscard]] QString freshDatabase();
    /// A new database without anything.
    [[nodiscard]] QString emptyDatabase();
    /// A copy of one of these, to which nobody may be connected.
    [[nodiscard]] QString copyOf(const QString &conninfo);

    /// The same database as another role.
    [[nodiscard]] QString as(const QString &role, const QString &conninfo) const;
    /// The name of the database that a conninfo of this class leads to.
    [[nodiscard]] static QString nameOf(const QString &conninfo);

    [[nodiscard]] const EmbeddedCluster &cluster() const { return *m_cluster; }

private:
    QString create(const QString &templateName);

    QTemporaryDir m_folder;
    std::unique_ptr<EmbeddedCluster> m_cluster;
    int m_count = 0;
};

/// A stopped cluster with the demo estate, which was loaded once for all test programs of this day and lies in the
/// build folder: for EmbeddedCluster::start() and for a desktop's private database. `path`: not there yet, in a folder
/// through which others may pass.
void copyDemoCluster(const QString &path);

} // namespace polder::test
