#include "regime/model/internal/variance_floor.hpp"

#include <algorithm>

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

namespace regimen::hmm::internal {

void RaiseToFloor(double floor, Eigen::Ref<SmallMatrix> covariance) {
  const SmallMatrix above =
      covariance - floor * SmallMatrix::Identity(covariance.rows(), covariance.cols());
  if (Eigen::LLT<SmallMatrix>(above).info() == Eigen::Success) return;
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver{Eigen::MatrixXd(covariance)};
  const Eigen::VectorXd raised = solver.eigenvalues().cwiseMax(floor);
  const Eigen::MatrixXd turned =
      solver.eigenvectors() * raised.asDiagonal() * solver.eigenvectors().transpose();
  covariance = (turned + turned.transpose()) / 2;
}

void RaiseToFloor(double floor, HmmParameters& parameters) {
  const Eigen::Index width = parameters.dimensions;
  const bool diagonal = parameters.covariance_type == CovarianceType::Spherical ||
                        parameters.covariance_type == CovarianceType::Diagonal;
  for (int state = 0; state < parameters.states; ++state) {
    Eigen::Map<SmallMatrix> covariance(parameters.covariances.data() + state * width * width, width,
                                       width);
    if (!diagonal) {
      RaiseToFloor(floor, covariance);
      continue;
    }
    for (Eigen::Index d = 0; d < width; ++d) covariance(d, d) = std::max(covariance(d, d), floor);
  }
}

}  // namespace regimen::hmm::internal
